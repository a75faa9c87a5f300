--@include leases
-- A run becomes known. ARGV: run, class, environment or '', capacity, protocol as in turns,
-- manifest, milliseconds it lives, milliseconds nobody may pick when it was known before and is told again after a loss
-- of data, instance (unique to the process), milliseconds that are a leap, suite, who asked for it.
-- Returns 0 when another process has opened it.
local run, class, env, capacity, protocol, manifest, alive, hold, instance, leap, suite, owner = unpack(ARGV)
local key = P .. 'run:' .. run
local now = clock()
-- An answer may have got lost; the same question again is no second run.
if redis.call('EXISTS', key) == 1 then return redis.call('HGET', key, 'instance') == instance and 1 or 0 end
redis.call('HSET', P .. 'clock', 'leap', leap)
redis.call('HSET', key, 'class', class, 'env', env, 'protocol', protocol, 'manifest', manifest, 'vt', 0,
  'picked', 0, 'reqs', '', 'state', 'open', 'instance', instance, 'suite', suite, 'owner', owner, 'began', text(now))
redis.call('ZADD', P .. 'runs', now + alive, run)
if env ~= '' then redis.call('ZADD', P .. 'caps:' .. env, capacity, run) end
-- Agents that were testing need a moment to say so again; until then the environment looks emptier than it is.
if tonumber(hold) > 0 then redis.call('HSET', P .. 'clock', 'hold', now + hold) end
return 1
