--@include content
-- Which names there is nothing for; what there is lives its full time again. ARGV: milliseconds to live, then names.
local missing = {}
for i = 2, #ARGV do
  if redis.call('PEXPIRE', content(ARGV[i]), ARGV[1]) == 0 then missing[#missing + 1] = ARGV[i] end
end
return missing
