--@include turns
--@include waking
--@include requirements
-- Brings the count in step with the queue. ARGV: run, requirements, batches in the queue.
-- Leases that were taken and have not claimed yet have their batch still in the queue, or just out of it.
-- Returns 0 when the run is not known.
local run, requirements, waiting = ARGV[1], ARGV[2], tonumber(ARGV[3])
local key = P .. 'run:' .. run
local state = redis.call('HGET', key, 'state')
if not state then return 0 end
if state ~= 'open' then return 1 end
local req = number_of(requirements)
local was = redis.call('HMGET', key, 'r:' .. req, 't:' .. req)
local ready = tonumber(was[1])
if not ready then redis.call('HSET', key, 'reqs', redis.call('HGET', key, 'reqs') .. ' ' .. req) end
local wanted = math.max(0, waiting - math.max(0, tonumber(was[2]) or 0))
if wanted == ready then return 1 end
set_ready(run, req, wanted)
if wanted > (ready or 0) then wake(req, wanted - (ready or 0)) end
return 1
