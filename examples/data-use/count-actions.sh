# 取組の数を、市区町村ごとに数えます。JSON は1行に1件です。
curl -sS https://keikaku.example/data/nodes.json |
  grep '"kind":"action"' |
  grep -o '"municipality":"[^"]*"' | sort | uniq -c
