--@include clock
-- The agent takes nothing new: others learn it, and nobody wakes it. ARGV: name, instance, the numbers of the
-- requirements it met separated by spaces.
local name, instance, meets = unpack(ARGV)
local key = P .. 'agent:' .. name
if redis.call('HGET', key, 'instance') ~= instance then return 0 end
redis.call('HSET', key, 'draining', 1)
for req in string.gmatch(meets, '%d+') do redis.call('ZREM', P .. 'idle:' .. req, name) end
return 1
