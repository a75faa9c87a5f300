--@include turns
--@include waking

-- The right of a slot to run one batch. Its token is its fencing number.
--   leases             token by the moment until which its agent is known to live
--   lease:<token>      run, class, req, env, agent, slot, at, cost, factor, share; batch and what once claimed
--   env:<env>          token by the moment until which its capacity is taken; longer than the above, since an agent
--                      that cannot be heard may still be testing
--   caps:<env>         run by the capacity it believes in; the smallest counts
--   claims:<run>       batch to token
--   done:<run>         batches whose results are in custody

local function capacity_of(env)
  return tonumber(redis.call('ZRANGE', P .. 'caps:' .. env, 0, 0, 'WITHSCORES')[2]) or math.huge
end

local function is_full(env)
  return redis.call('ZCARD', P .. 'env:' .. env) >= capacity_of(env)
end

local function has_room(env, now)
  if env == '' or not is_full(env) then return true end
  redis.call('ZREMRANGEBYSCORE', P .. 'env:' .. env, '-inf', now)
  return not is_full(env)
end

-- The moment at which the first of its leases ends unless it is renewed.
local function ends_of(env)
  return tonumber(redis.call('ZRANGE', P .. 'env:' .. env, 0, 0, 'WITHSCORES')[2]) or 0
end

local function is_alive(token, now)
  return (tonumber(redis.call('ZSCORE', P .. 'leases', token)) or 0) >= now
end

local function holder_of(run, batch, now)
  local token = redis.call('HGET', P .. 'claims:' .. run, batch)
  return token and is_alive(token, now) and token or nil
end

local function leave_env(env, token)
  if env == '' then return end
  local was_full = is_full(env)
  redis.call('ZREM', P .. 'env:' .. env, token)
  if was_full then wake_for(env) end
end

-- What was charged in advance is brought in step with what it took.
local function settle(l, now)
  if redis.call('EXISTS', P .. 'run:' .. l.run) == 0 then return end
  if not l.batch then redis.call('HINCRBY', P .. 'run:' .. l.run, 't:' .. l.req, -1) end
  charge(l.run, l.class, (now - l.at - l.cost) * l.factor, tonumber(l.share))
end

local function lease_of(token)
  local flat, l = redis.call('HGETALL', P .. 'lease:' .. token), nil
  for i = 1, #flat, 2 do
    l = l or {}
    l[flat[i]] = flat[i + 1]
  end
  return l
end

-- Ends the lease, but not its hold on the environment.
local function forget_lease(token, l, now)
  redis.call('ZREM', P .. 'leases', token)
  redis.call('DEL', P .. 'lease:' .. token)
  if l.batch and redis.call('HGET', P .. 'claims:' .. l.run, l.batch) == token then
    redis.call('HDEL', P .. 'claims:' .. l.run, l.batch)
  end
  settle(l, now)
end

local function end_lease(token, env, now)
  local l = lease_of(token)
  if l then forget_lease(token, l, now) end
  leave_env(env, token)
end
