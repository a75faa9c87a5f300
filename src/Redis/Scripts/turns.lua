--@include clock

-- Whose turn it is. Two levels of virtual time: between the classes by their shares, and between the runs of a class
-- evenly. Time is slot time in milliseconds; what is next is what has the least behind it.
--   run:<run>                 class, env, protocol, vt, picked, reqs, state, manifest; suite, owner, began, progress for
--                             people; r:<req> batches ready, c:<req> expected cost of one, t:<req> leases taken for
--                             which no batch was claimed yet
--   q:<class>:<pair>          runs with something ready, by vt; a pair is <req>:<protocol>:<env>, a protocol
--                             <version that wrote>-<oldest that understands>; or the latter alone, as those of
--                             version 1 know it: then the writer may be of the version after it, too
--   pairs:<class>             the pairs whose queue is not empty
--   turn                      <class> vt of the run served last, v:<class> the class's own, top that of the class
--                             served last
local CLASSES = { 'release', 'normal', 'background' }

-- Nobody catches up on more than this: who was blocked for an hour must not keep everybody else waiting for as long.
local LAG = 60000

local function pair_of(run, req)
  local r = redis.call('HMGET', P .. 'run:' .. run, 'class', 'protocol', 'env')
  return r[1], req .. ':' .. r[2] .. ':' .. r[3]
end

-- Who had nothing to do does not save it up.
local function enter_class(class)
  if redis.call('EXISTS', P .. 'pairs:' .. class) == 0 then
    local t = redis.call('HMGET', P .. 'turn', 'v:' .. class, 'top')
    redis.call('HSET', P .. 'turn', 'v:' .. class, text(math.max(tonumber(t[1]) or 0, tonumber(t[2]) or 0)))
  end
end

-- The least that a run of the class has behind it; the run served last when none waits. What was charged for it in
-- advance may have been settled since, so its own number alone would put a newcomer behind everybody.
local function least_of(class)
  local turn = tonumber(redis.call('HGET', P .. 'turn', class)) or 0
  local least = math.huge
  for _, pair in ipairs(redis.call('SMEMBERS', P .. 'pairs:' .. class)) do
    local first = redis.call('ZRANGE', P .. 'q:' .. class .. ':' .. pair, 0, 0, 'WITHSCORES')
    least = math.min(least, tonumber(first[2]) or math.huge)
  end
  return least == math.huge and turn or math.max(least, turn - LAG)
end

local function enter_run(run, class)
  local vt = math.max(tonumber(redis.call('HGET', P .. 'run:' .. run, 'vt')) or 0, least_of(class))
  redis.call('HSET', P .. 'run:' .. run, 'vt', text(vt))
  return text(vt)
end

local function set_ready(run, req, n)
  local class, pair = pair_of(run, req)
  local queue = P .. 'q:' .. class .. ':' .. pair
  redis.call('HSET', P .. 'run:' .. run, 'r:' .. req, n)
  if n > 0 then
    if not redis.call('ZSCORE', queue, run) then
      enter_class(class)
      redis.call('ZADD', queue, enter_run(run, class), run)
      redis.call('SADD', P .. 'pairs:' .. class, pair)
    end
  else
    redis.call('ZREM', queue, run)
    if redis.call('EXISTS', queue) == 0 then redis.call('SREM', P .. 'pairs:' .. class, pair) end
  end
end

local function reqs_of(run)
  local reqs = {}
  for req in string.gmatch(redis.call('HGET', P .. 'run:' .. run, 'reqs') or '', '%d+') do reqs[#reqs + 1] = req end
  return reqs
end

-- Adds slot time to what the run and its class have behind them.
local function charge(run, class, ms, share)
  local vt = text((tonumber(redis.call('HGET', P .. 'run:' .. run, 'vt')) or 0) + ms)
  redis.call('HSET', P .. 'run:' .. run, 'vt', vt)
  for _, req in ipairs(reqs_of(run)) do
    local _, pair = pair_of(run, req)
    redis.call('ZADD', P .. 'q:' .. class .. ':' .. pair, 'XX', vt, run)
  end
  local v = tonumber(redis.call('HGET', P .. 'turn', 'v:' .. class)) or 0
  redis.call('HSET', P .. 'turn', 'v:' .. class, text(v + ms / share))
end
