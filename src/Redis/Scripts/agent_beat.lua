--@include sweeping
-- The agent lives, and holds these leases. ARGV: name, instance, milliseconds it lives, milliseconds capacity is held,
-- tokens.
-- Returns the epoch, whether the agent is known under this instance, whether somebody wants it to leave, and for each
-- token: 1 held, 0 not known, 2 its run is gone, 3 its run is to stop.
local name, instance, alive, held = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local key = P .. 'agent:' .. name
local now = clock()
local as = redis.call('HMGET', key, 'instance', 'listed', 'drain')
local known = as[1] == instance and 1 or 0
if known == 1 then
  if as[2] ~= '0' then redis.call('ZADD', P .. 'agents', now + alive, name) end
  redis.call('PEXPIRE', key, 60 * alive)
end

local function renew(token)
  local l = redis.call('HMGET', P .. 'lease:' .. token, 'run', 'env')
  if not l[1] or not redis.call('ZSCORE', P .. 'leases', token) then return 0 end
  local state = redis.call('HGET', P .. 'run:' .. l[1], 'state')
  if not state then return 2 end
  if state ~= 'open' then return 3 end
  if l[2] ~= '' then
    if not redis.call('ZSCORE', P .. 'env:' .. l[2], token) then return 0 end
    redis.call('ZADD', P .. 'env:' .. l[2], now + held, token)
  end
  redis.call('ZADD', P .. 'leases', now + alive, token)
  return 1
end

local drain = known == 1 and tonumber(as[3]) or 0
local answer = { redis.call('HGET', P .. 'clock', 'epoch'), known, drain }
for i = 5, #ARGV do answer[#answer + 1] = renew(ARGV[i]) end
sweep(now)
return answer
