-- Moves marks forward, or to another log. Answers the partitions that have no mark, and those whose mark stands before where it was
-- left; if there are any, none is moved.
-- KEYS: the hash of marks. ARGV: per mark partition, offset where it was left, next offset, log id.
local missing, before, ahead = {}, {}, {}
for i = 1, #ARGV, 4 do
  local partition, left, to, log = ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2]), ARGV[i + 3]
  local kept = redis.call('HGET', KEYS[1], partition)
  if not kept then
    missing[#missing + 1] = partition
  else
    local offset, of = string.match(kept, '^(%d+) (.*)$')
    if of == log and tonumber(offset) < left then
      before[#before + 1] = partition .. ' at ' .. offset
    elseif of ~= log or tonumber(offset) < to then
      ahead[#ahead + 1] = partition
      ahead[#ahead + 1] = ARGV[i + 2] .. ' ' .. log
    end
  end
end
if #missing == 0 and #before == 0 and #ahead > 0 then
  redis.call('HSET', KEYS[1], unpack(ahead))
end
return {missing, before}
