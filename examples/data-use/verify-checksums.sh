# ダウンロードした表がこわれていないかを確かめます。
curl -sSO https://keikaku.example/data/nodes.csv
curl -sSO https://keikaku.example/data/SHA256SUMS
sha256sum --check --ignore-missing SHA256SUMS
