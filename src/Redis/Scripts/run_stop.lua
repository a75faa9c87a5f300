--@include turns
-- The run's tests are to stop: nothing more of it is picked, and agents that run some are told. ARGV: run.
local run = ARGV[1]
local key = P .. 'run:' .. run
if redis.call('EXISTS', key) == 0 then return 0 end
redis.call('HSET', key, 'state', 'stopping')
for _, req in ipairs(reqs_of(run)) do set_ready(run, req, 0) end
redis.call('PUBLISH', P .. 'all', 'stop ' .. run)
return 1
