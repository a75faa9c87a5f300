--@include sweeping
-- The coordinator lives. ARGV: run, milliseconds it lives from now, how far the run is or ''.
-- Returns whether the run is known (0: tell it again), and whether somebody asked for its cancellation.
local run, alive, progress = unpack(ARGV)
local key = P .. 'run:' .. run
local now = clock()
if redis.call('EXISTS', key) == 0 then return { 0, 0 } end
redis.call('ZADD', P .. 'runs', now + alive, run)
if progress ~= '' then redis.call('HSET', key, 'progress', progress) end
-- In case that nobody is left to sweep it away.
for _, own in ipairs({ key, P .. 'claims:' .. run, P .. 'done:' .. run, P .. 'shunned:' .. run }) do redis.call('PEXPIRE', own, 60 * alive) end
sweep(now)
return { 1, tonumber(redis.call('HGET', key, 'cancel')) or 0 }
