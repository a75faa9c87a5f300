--@include leases
-- The batches of a run that living agents run now. ARGV: run.
local now, claimed = clock(), {}
local flat = redis.call('HGETALL', P .. 'claims:' .. ARGV[1])
for i = 1, #flat, 2 do
  if is_alive(flat[i + 1], now) then claimed[#claimed + 1] = flat[i] end
end
return claimed
