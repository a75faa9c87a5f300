--@include turns
--@include waking
--@include requirements
-- One batch was returned to its queue. ARGV: run, requirements.
local run, requirements = unpack(ARGV)
local key = P .. 'run:' .. run
if redis.call('HGET', key, 'state') ~= 'open' then return 0 end
local req = number_of(requirements)
local ready = tonumber(redis.call('HGET', key, 'r:' .. req))
-- A run that has no such queue has lost its data; its coordinator will count.
if not ready then return 0 end
set_ready(run, req, ready + 1)
wake(req, 1)
return 1
