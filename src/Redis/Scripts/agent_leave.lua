--@include clock
-- The agent has gone. ARGV: name, instance, the numbers of the requirements it met separated by spaces.
local name, instance, meets = unpack(ARGV)
local key = P .. 'agent:' .. name
if redis.call('HGET', key, 'instance') ~= instance then return 0 end
redis.call('DEL', key, P .. 'slots:' .. name)
redis.call('ZREM', P .. 'agents', name)
for req in string.gmatch(meets, '%d+') do redis.call('ZREM', P .. 'idle:' .. req, name) end
return 1
