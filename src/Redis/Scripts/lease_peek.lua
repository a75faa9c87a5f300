--@include leases
-- What a claim would be answered now. ARGV: run, batch.
local run, batch = unpack(ARGV)
if redis.call('EXISTS', P .. 'run:' .. run) == 0 then return 'done' end
if redis.call('SISMEMBER', P .. 'done:' .. run, batch) == 1 then return 'done' end
return holder_of(run, batch, clock()) and 'held' or 'granted'
