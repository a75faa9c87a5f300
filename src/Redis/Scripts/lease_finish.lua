--@include leases
-- The results of a batch are in custody. ARGV: token, environment or '', run, batch.
local token, env, run, batch = unpack(ARGV)
if redis.call('EXISTS', P .. 'run:' .. run) == 1 then redis.call('SADD', P .. 'done:' .. run, batch) end
end_lease(token, env, clock())
return 1
