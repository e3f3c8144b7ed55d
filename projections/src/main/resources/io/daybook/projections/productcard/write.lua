-- Writes each row whose version is still the one that was read; answers the SKUs of the others.
-- KEYS: the set of all SKUs, then one key per row. ARGV: per row SKU, version read, version written, sequence map, row ('' for none).
local losers = {}
for i = 2, #KEYS do
  local at = (i - 2) * 5
  local current = redis.call('HGET', KEYS[i], 'version') or '-1'
  if current == ARGV[at + 2] then
    redis.call('HSET', KEYS[i], 'version', ARGV[at + 3], 'applied', ARGV[at + 4])
    if ARGV[at + 5] == '' then
      redis.call('HDEL', KEYS[i], 'row')
    else
      redis.call('HSET', KEYS[i], 'row', ARGV[at + 5])
    end
    redis.call('SADD', KEYS[1], ARGV[at + 1])
  else
    losers[#losers + 1] = ARGV[at + 1]
  end
end
return losers
