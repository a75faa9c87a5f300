--@include clock
-- An agent becomes known. ARGV: name, instance (unique to the process), description, milliseconds it lives,
-- milliseconds that are a leap, 0 when runs must not count on it, as it serves a single one.
-- Returns 0 while another living agent has the name.
local name, instance, description, alive, leap, listed = unpack(ARGV)
local key = P .. 'agent:' .. name
local now = clock()
local other = redis.call('HGET', key, 'instance')
if other and other ~= instance and (tonumber(redis.call('ZSCORE', P .. 'agents', name)) or 0) >= now then return 0 end
if other ~= instance then redis.call('DEL', P .. 'slots:' .. name) end
redis.call('DEL', key)
redis.call('HSET', P .. 'clock', 'leap', leap)
redis.call('HSET', key, 'instance', instance, 'description', description, 'listed', listed, 'drains', 1)
redis.call('PEXPIRE', key, 60 * alive)
if listed == '1' then redis.call('ZADD', P .. 'agents', now + alive, name) end
return 1
