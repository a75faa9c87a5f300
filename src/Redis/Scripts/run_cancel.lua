--@include clock
-- Somebody wants the run to be cancelled; its coordinator hears of it. ARGV: run. Returns 0 when there is no such run.
local run = ARGV[1]
if redis.call('EXISTS', P .. 'run:' .. run) == 0 then return 0 end
redis.call('HSET', P .. 'run:' .. run, 'cancel', 1)
redis.call('PUBLISH', P .. 'run:' .. run, 'cancel')
return 1
