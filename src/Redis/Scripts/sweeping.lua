--@include leases

-- Takes away what its owner did not keep alive. Everybody who calls does a little of it.
--   runs      run by the moment until which its coordinator is known to live

local function remove_run(run)
  local key = P .. 'run:' .. run
  if redis.call('EXISTS', key) == 1 then
    for _, req in ipairs(reqs_of(run)) do set_ready(run, req, 0) end
    redis.call('ZREM', P .. 'caps:' .. redis.call('HGET', key, 'env'), run)
  end
  redis.call('DEL', key, P .. 'claims:' .. run, P .. 'done:' .. run, P .. 'shunned:' .. run)
  redis.call('ZREM', P .. 'runs', run)
  redis.call('PUBLISH', P .. 'all', 'gone ' .. run)
end

local function sweep(now)
  for _, run in ipairs(redis.call('ZRANGEBYSCORE', P .. 'runs', '-inf', '(' .. text(now), 'LIMIT', 0, 4)) do
    remove_run(run)
  end
  for _, token in ipairs(redis.call('ZRANGEBYSCORE', P .. 'leases', '-inf', '(' .. text(now), 'LIMIT', 0, 32)) do
    local l = lease_of(token)
    if l then forget_lease(token, l, now) else redis.call('ZREM', P .. 'leases', token) end
  end
  redis.call('ZREMRANGEBYSCORE', P .. 'agents', '-inf', '(' .. text(now))
end
