--@include clock
-- Somebody wants the agent to take nothing new and leave. ARGV: name.
-- Returns 0 when there is no such agent, 2 when it is of a version that does not know how, else 1.
local name = ARGV[1]
local key = P .. 'agent:' .. name
if (tonumber(redis.call('ZSCORE', P .. 'agents', name)) or 0) < clock() then return 0 end
if redis.call('HGET', key, 'drains') ~= '1' then return 2 end
redis.call('HSET', key, 'drain', 1)
redis.call('PUBLISH', P .. 'wake:' .. name, 'drain')
return 1
