-- Moves marks forward, or to another log. Answers the partitions that have no mark; if there are any, none is moved.
-- KEYS: the hash of marks. ARGV: per mark partition, next offset, log id.
local missing = {}
for i = 1, #ARGV, 3 do
  if redis.call('HEXISTS', KEYS[1], ARGV[i]) == 0 then
    missing[#missing + 1] = ARGV[i]
  end
end
if #missing == 0 then
  for i = 1, #ARGV, 3 do
    local offset, log = string.match(redis.call('HGET', KEYS[1], ARGV[i]), '^(%d+) (.*)$')
    if log ~= ARGV[i + 2] or tonumber(offset) < tonumber(ARGV[i + 1]) then
      redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1] .. ' ' .. ARGV[i + 2])
    end
  end
end
return missing
