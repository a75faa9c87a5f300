--@include turns
--@include waking
--@include requirements
-- Batches more wait in a queue. ARGV: run, requirements, batches, their expected cost together in milliseconds, 0 when
-- unknown.
-- Returns 0 when the run is not known.
local run, requirements, batches, cost = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local key = P .. 'run:' .. run
local state = redis.call('HGET', key, 'state')
if not state then return 0 end
if state ~= 'open' then return 1 end
local req = number_of(requirements)
local was = redis.call('HMGET', key, 'r:' .. req, 'c:' .. req)
local ready = tonumber(was[1])
if not ready then
  redis.call('HSET', key, 'reqs', redis.call('HGET', key, 'reqs') .. ' ' .. req)
  ready = 0
end
if cost > 0 then
  local known = tonumber(was[2]) or cost / batches
  redis.call('HSET', key, 'c:' .. req, text((known * ready + cost) / (ready + batches)))
end
set_ready(run, req, ready + batches)
wake(req, batches)
return 1
