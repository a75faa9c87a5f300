--@include leases
-- The coordinator wants what slots have not begun of these batches: tells the agents that run them. ARGV: run, batches.
-- Agents of a version that does not know the wish take it for a wake-up.
local run, now = ARGV[1], clock()
for i = 2, #ARGV do
  local token = holder_of(run, ARGV[i], now)
  local agent = token and redis.call('HGET', P .. 'lease:' .. token, 'agent')
  if agent then redis.call('PUBLISH', P .. 'wake:' .. agent, 'back ' .. token) end
end
return 1
