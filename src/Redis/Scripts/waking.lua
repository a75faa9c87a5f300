--@include clock

-- Agents with free slots and nothing to do, by the requirements they meet: idle:<req>, agent by free slots.

-- Wakes just enough of them for n batches, those with most free slots first.
local function wake(req, n)
  while n > 0 do
    local idle = redis.call('ZPOPMAX', P .. 'idle:' .. req)
    if not idle[1] then return end
    -- One that nobody listens for is dead.
    if redis.call('PUBLISH', P .. 'wake:' .. idle[1], '') > 0 then n = n - tonumber(idle[2]) end
  end
end

-- Room came free in an environment that was full: wakes one for each set of requirements that may want it.
local function wake_for(env)
  for _, class in ipairs({ 'release', 'normal', 'background' }) do
    for _, pair in ipairs(redis.call('SMEMBERS', P .. 'pairs:' .. class)) do
      local req, wanted = string.match(pair, '^(%d+):[%d%-]+:(.*)$')
      if wanted == env then wake(req, 1) end
    end
  end
end
