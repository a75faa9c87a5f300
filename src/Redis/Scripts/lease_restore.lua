--@include leases
-- A lease that the agent holds and the server does not know (its data was lost, or the agent was not heard for too
-- long) is taken up again if nobody else has its right by now. ARGV: token, run, number of requirements, environment or
-- '', agent, slot, batch or '', milliseconds the agent lives, milliseconds capacity is held, what it runs for people.
-- Returns 1 held, 0 lost, 2 the run is gone, 3 it is to stop.
local token, run, req, env, agent, slot, batch, alive, held, what = unpack(ARGV)
local now = clock()
local state = redis.call('HMGET', P .. 'run:' .. run, 'state', 'class')
if not state[1] then return 2 end
if state[1] ~= 'open' then return 3 end
if batch ~= '' then
  local holder = holder_of(run, batch, now)
  if holder and holder ~= token then return 0 end
end
if env ~= '' and not redis.call('ZSCORE', P .. 'env:' .. env, token) and not has_room(env, now) then return 0 end

redis.call('HSET', P .. 'lease:' .. token, 'run', run, 'class', state[2], 'req', req, 'env', env,
  'agent', agent, 'slot', slot, 'at', text(now), 'cost', 0, 'factor', 1, 'share', 1)
redis.call('PEXPIRE', P .. 'lease:' .. token, 360 * alive)
redis.call('ZADD', P .. 'leases', now + alive, token)
if env ~= '' then redis.call('ZADD', P .. 'env:' .. env, now + held, token) end
if batch ~= '' then
  redis.call('HSET', P .. 'lease:' .. token, 'batch', batch, 'what', what)
  redis.call('HSET', P .. 'claims:' .. run, batch, token)
else
  redis.call('HINCRBY', P .. 'run:' .. run, 't:' .. req, 1)
end
local fence = tonumber(redis.call('GET', P .. 'fence')) or 0
if tonumber(token) > fence then redis.call('SET', P .. 'fence', token) end
return 1
