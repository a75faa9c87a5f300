--@include leases
-- Asks to be the one living owner of a batch. ARGV: token, run, batch, what it runs for people.
-- Returns 'granted', 'done', 'held', or 'lost' when the lease itself has ended.
local token, run, batch, what = unpack(ARGV)
local now = clock()
if redis.call('SISMEMBER', P .. 'done:' .. run, batch) == 1 then return 'done' end
if not is_alive(token, now) then return 'lost' end
local holder = holder_of(run, batch, now)
if holder and holder ~= token then return 'held' end
redis.call('HSET', P .. 'claims:' .. run, batch, token)
local l = redis.call('HMGET', P .. 'lease:' .. token, 'batch', 'req')
if not l[1] then redis.call('HINCRBY', P .. 'run:' .. run, 't:' .. l[2], -1) end
redis.call('HSET', P .. 'lease:' .. token, 'batch', batch, 'what', what)
return 'granted'
