--@include leases
-- What people ask about. ARGV: the most leases to tell of.
-- Returns four lists of lists: agents (description, draining), runs (id, class, environment, state, suite, owner,
-- milliseconds it has been open, progress, and in turns requirements and batches ready), leases (run, environment,
-- agent, slot, milliseconds it is held, what it runs), environments (name, capacity or '', held).
local most, now = tonumber(ARGV[1]), clock()
local agents, runs, work, environments, seen, texts = {}, {}, {}, {}, {}, {}

local function note(env)
  if not env or env == '' or seen[env] then return end
  seen[env] = true
  local capacity = capacity_of(env)
  environments[#environments + 1] = { env, capacity == math.huge and '' or string.format('%.0f', capacity),
    string.format('%.0f', redis.call('ZCOUNT', P .. 'env:' .. env, now, '+inf')) }
end

local function age(at) return at and string.format('%.0f', now - at) or '' end

for _, name in ipairs(redis.call('ZRANGEBYSCORE', P .. 'agents', now, '+inf')) do
  local agent = redis.call('HMGET', P .. 'agent:' .. name, 'description', 'draining')
  if agent[1] then agents[#agents + 1] = { agent[1], agent[2] or '0' } end
end

local known = redis.call('HGETALL', P .. 'reqs')
for i = 1, #known, 2 do texts[known[i + 1]] = known[i] end

for _, run in ipairs(redis.call('ZRANGEBYSCORE', P .. 'runs', now, '+inf')) do
  local r = redis.call('HMGET', P .. 'run:' .. run, 'class', 'env', 'state', 'suite', 'owner', 'began', 'progress')
  local told = { run, r[1] or '', r[2] or '', r[3] or '', r[4] or '', r[5] or '', age(tonumber(r[6])), r[7] or '' }
  for _, req in ipairs(reqs_of(run)) do
    local ready = tonumber(redis.call('HGET', P .. 'run:' .. run, 'r:' .. req)) or 0
    if ready > 0 and texts[req] then
      told[#told + 1] = texts[req]
      told[#told + 1] = string.format('%.0f', ready)
    end
  end
  runs[#runs + 1] = told
  note(r[2])
end

for _, token in ipairs(redis.call('ZRANGEBYSCORE', P .. 'leases', now, '+inf', 'LIMIT', 0, most)) do
  local l = redis.call('HMGET', P .. 'lease:' .. token, 'run', 'env', 'agent', 'slot', 'at', 'what')
  if l[1] then
    work[#work + 1] = { l[1], l[2] or '', l[3] or '', l[4] or '', age(tonumber(l[5])), l[6] or '' }
    note(l[2])
  end
end
return { agents, runs, work, environments }
