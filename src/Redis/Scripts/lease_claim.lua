--@include leases
-- Asks to be the one living owner of a batch. ARGV: token, run, batch.
-- Returns 'granted', 'done', 'held', or 'lost' when the lease itself has ended.
local token, run, batch = unpack(ARGV)
local now = clock()
if redis.call('SISMEMBER', P .. 'done:' .. run, batch) == 1 then return 'done' end
if not is_alive(token, now) then return 'lost' end
local holder = holder_of(run, batch, now)
if holder and holder ~= token then return 'held' end
redis.call('HSET', P .. 'claims:' .. run, batch, token)
if not redis.call('HGET', P .. 'lease:' .. token, 'batch') then redis.call('HINCRBY', P .. 'run:' .. run, 't:' .. redis.call('HGET', P .. 'lease:' .. token, 'req'), -1) end
redis.call('HSET', P .. 'lease:' .. token, 'batch', batch)
return 'granted'
