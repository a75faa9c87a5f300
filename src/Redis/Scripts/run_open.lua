--@include leases
-- A run becomes known. ARGV: run, class, environment or '', capacity, protocol, manifest, milliseconds it lives, milliseconds nobody
-- may pick when it was known before and is told again after a loss of data.
-- Returns 0 when the run is known already.
local run, class, env, capacity, protocol, manifest, alive, hold = unpack(ARGV)
local key = P .. 'run:' .. run
local now = clock()
if redis.call('EXISTS', key) == 1 then return 0 end
redis.call('HSET', key, 'class', class, 'env', env, 'protocol', protocol, 'manifest', manifest, 'vt', 0, 'picked', 0, 'reqs', '',
  'state', 'open')
redis.call('ZADD', P .. 'runs', now + alive, run)
if env ~= '' then redis.call('ZADD', P .. 'caps:' .. env, capacity, run) end
-- Agents that were testing need a moment to say so again; until then the environment looks emptier than it is.
if tonumber(hold) > 0 then redis.call('HSET', P .. 'clock', 'hold', now + hold) end
return 1
