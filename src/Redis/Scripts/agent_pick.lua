--@include sweeping
-- Takes leases for the batches that are next in turn. ARGV: agent, milliseconds it lives, milliseconds capacity is
-- held, the oldest and the newest protocol it understands, shares of release, normal and background, the highest number
-- of requirements it has compared, the numbers of those it meets separated by spaces, the only run that it serves or
-- '', its free slots, each with the token that it had last: <slot>:<token>.
-- A slot that asks holds nothing: what it had last and could not give back ends here, and what it was given in an
-- answer that never arrived is given again.
--   slots:<agent>   slot to the token given last, and its environment
-- Returns 'news' when there are requirements it has not compared; else milliseconds after which to ask again (0: when
-- woken), a protocol that a waiting run has and that it does not understand (or ''), and for each lease: token, slot,
-- run, number of requirements, environment.
local agent, alive, held, oldest, newest = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local shares = { release = tonumber(ARGV[6]), normal = tonumber(ARGV[7]), background = tonumber(ARGV[8]) }
local compared, meets = tonumber(ARGV[9]), {}
for req in string.gmatch(ARGV[10], '%d+') do meets[#meets + 1] = req; meets[req] = true end
local only = ARGV[11]

-- A new run gets its first batches quicker, or a small one would wait for its share like one that takes all night.
local HEAD_START, HEAD_START_FACTOR = 64, 0.25
local UNKNOWN_COST = 1000
local MOST_SHUNNING = 16

if (tonumber(redis.call('GET', P .. 'reqs:last')) or 0) > compared then return 'news' end
local now = clock()
sweep(now)
local hold = tonumber(redis.call('HGET', P .. 'clock', 'hold')) or 0
if hold > now then return { hold - now, '' } end

local function versions_of(protocol)
  local writer, needed = string.match(protocol, '^(%d+)%-?(%d*)$')
  if needed == '' then writer, needed = writer + 1, writer end
  return tonumber(writer), tonumber(needed)
end

local full, pairs_by_class, foreign = {}, {}, ''
for _, class in ipairs(CLASSES) do
  local mine = {}
  for _, pair in ipairs(redis.call('SMEMBERS', P .. 'pairs:' .. class)) do
    local req, protocol, env = string.match(pair, '^(%d+):([%d%-]+):(.*)$')
    if meets[req] then
      local writer, needed = versions_of(protocol)
      if writer >= oldest and needed <= newest then
        mine[#mine + 1] = { pair, req, env }
      else
        foreign = writer .. '-' .. needed
      end
    end
  end
  pairs_by_class[class] = mine
end

-- The first run that does not shun this agent; more than a few that do are not worth looking through.
local function first_open(queue)
  for at = 0, MOST_SHUNNING do
    local top = redis.call('ZRANGE', queue, at, at, 'WITHSCORES')
    if not top[2] or redis.call('SISMEMBER', P .. 'shunned:' .. top[1], agent) == 0 then return top end
  end
  return {}
end

local function first_of(class)
  local run, req, env, least
  for _, p in ipairs(pairs_by_class[class]) do
    if full[p[3]] == nil then full[p[3]] = not has_room(p[3], now) end
    if not full[p[3]] then
      local queue = P .. 'q:' .. class .. ':' .. p[1]
      local top = only == '' and first_open(queue) or { only, redis.call('ZSCORE', queue, only) }
      if top[2] and (not least or tonumber(top[2]) < least) then
        run, req, env, least = top[1], p[2], p[3], tonumber(top[2])
      end
    end
  end
  return run, req, env, least
end

-- The class with the least behind it that has anything for this agent.
local function next_in_turn()
  local turn, best = {}, nil
  for i, class in ipairs(CLASSES) do
    turn[i] = { class, tonumber(redis.call('HGET', P .. 'turn', 'v:' .. class)) or 0 }
  end
  table.sort(turn, function(a, b) return a[2] < b[2] end)
  for _, t in ipairs(turn) do
    local run, req, env, vt = first_of(t[1])
    if run then return { class = t[1], v = t[2], run = run, req = req, env = env, vt = vt } end
  end
end

local function new_token()
  local t = redis.call('TIME')
  -- Above what was given before, also after a loss of data.
  local fence = math.max((tonumber(redis.call('GET', P .. 'fence')) or 0) + 1, t[1] * 1000000 + t[2])
  local token = string.format('%.0f', fence)
  redis.call('SET', P .. 'fence', token)
  return token
end

local function catch_up(n)
  local served = redis.call('HMGET', P .. 'turn', n.class, 'top')
  local turn, top = tonumber(served[1]) or 0, tonumber(served[2]) or 0
  if n.vt < turn - LAG then
    charge(n.run, n.class, turn - LAG - n.vt, math.huge)
    n.vt = turn - LAG
  end
  if n.v < top - LAG then
    n.v = top - LAG
    redis.call('HSET', P .. 'turn', 'v:' .. n.class, text(n.v))
  end
  redis.call('HSET', P .. 'turn', n.class, text(math.max(turn, n.vt)), 'top', text(math.max(top, n.v)))
end

local function take(n, slot)
  local key = P .. 'run:' .. n.run
  catch_up(n)
  local r = redis.call('HMGET', key, 'r:' .. n.req, 'c:' .. n.req)
  local cost = tonumber(r[2]) or UNKNOWN_COST
  local factor = redis.call('HINCRBY', key, 'picked', 1) <= HEAD_START and HEAD_START_FACTOR or 1
  set_ready(n.run, n.req, tonumber(r[1]) - 1)
  redis.call('HINCRBY', key, 't:' .. n.req, 1)
  charge(n.run, n.class, cost * factor, shares[n.class])
  local token = new_token()
  redis.call('HSET', P .. 'lease:' .. token, 'run', n.run, 'class', n.class, 'req', n.req, 'env', n.env,
    'agent', agent, 'slot', slot, 'at', text(now), 'cost', text(cost), 'factor', factor, 'share', shares[n.class])
  redis.call('PEXPIRE', P .. 'lease:' .. token, 360 * alive)
  redis.call('ZADD', P .. 'leases', now + alive, token)
  if n.env ~= '' then
    redis.call('ZADD', P .. 'env:' .. n.env, now + held, token)
    full[n.env] = is_full(n.env)
  end
  return token
end

local given = P .. 'slots:' .. agent

local function unanswered(slot, last)
  local token, env = string.match(redis.call('HGET', given, slot) or '', '^(%d+) (.*)$')
  if not token then return end
  local l = token ~= last and lease_of(token) or nil
  if l and is_alive(token, now) and redis.call('HGET', P .. 'run:' .. l.run, 'state') == 'open' then
    l.token = token
    return l
  end
  end_lease(token, env, now)
  redis.call('HDEL', given, slot)
  full[env] = nil
end

local answer, free, open = { 0, foreign }, 0, {}
for i = 12, #ARGV do
  local slot, last = string.match(ARGV[i], '^(%d+):(%d*)$')
  local l = unanswered(slot, last)
  if l then
    for _, v in ipairs({ l.token, slot, l.run, l.req, l.env }) do answer[#answer + 1] = v end
  else
    open[#open + 1] = slot
  end
end

for _, slot in ipairs(open) do
  local n = free == 0 and next_in_turn() or nil
  if n then
    local token = take(n, slot)
    redis.call('HSET', given, slot, token .. ' ' .. n.env)
    for _, v in ipairs({ token, slot, n.run, n.req, n.env }) do answer[#answer + 1] = v end
  else
    free = free + 1
  end
end
redis.call('PEXPIRE', given, 360 * alive)

-- Nobody tells when the capacity of a dead agent is over.
if free > 0 then
  for _, class in ipairs(CLASSES) do
    for _, p in ipairs(pairs_by_class[class]) do
      local left = p[3] ~= '' and is_full(p[3]) and ends_of(p[3]) - now + 1 or 0
      if left > 0 and (answer[1] == 0 or left < answer[1]) then answer[1] = left end
    end
  end
end

for _, req in ipairs(meets) do
  if free > 0 and only == '' then
    redis.call('ZADD', P .. 'idle:' .. req, free, agent)
  else
    redis.call('ZREM', P .. 'idle:' .. req, agent)
  end
end
return answer
