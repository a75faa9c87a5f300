--@include clock
-- The descriptions of the living agents.
local now, found = clock(), {}
for _, name in ipairs(redis.call('ZRANGEBYSCORE', P .. 'agents', now, '+inf')) do
  local description = redis.call('HGET', P .. 'agent:' .. name, 'description')
  if description then found[#found + 1] = description end
end
return found
