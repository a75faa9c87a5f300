--@include clock
-- How long the tests of a suite took. ARGV: suite. Returns test, line, test, line …; a line is as DurationLine writes
-- it.
--   history:<suite>    test to its line
return redis.call('HGETALL', P .. 'history:' .. ARGV[1])
