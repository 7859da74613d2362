import pandas as pd

# dtype=False がないと、団体コードの先頭の0が消えます。
# precise_float=True がないと、0.82 が 0.8200000000000001 になることがあります。
def read(name):
    address = f"https://keikaku.example/data/{name}.json"
    return pd.read_json(address, dtype=False, convert_dates=False, precise_float=True)

nodes = read("nodes")
cities = read("municipalities").set_index("id")
actions = nodes[nodes["kind"] == "action"]
print(actions["municipality"].map(cities["title"]).value_counts())
