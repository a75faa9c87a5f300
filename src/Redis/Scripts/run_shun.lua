--@include clock
-- An agent picks nothing more of a run. ARGV: run, agent, milliseconds after which a run is forgotten that nobody keeps
-- alive. Returns 0 when there is no such run.
--   shunned:<run>   agents that pick nothing of it
local run, agent, forgotten = ARGV[1], ARGV[2], ARGV[3]
if redis.call('EXISTS', P .. 'run:' .. run) == 0 then return 0 end
redis.call('SADD', P .. 'shunned:' .. run, agent)
redis.call('PEXPIRE', P .. 'shunned:' .. run, forgotten)
return 1
