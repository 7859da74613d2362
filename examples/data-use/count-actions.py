import pandas as pd

# dtype=False がないと、団体コードの先頭の0が消えます。
def read(name):
    address = f"https://keikaku.example/data/{name}.json"
    return pd.read_json(address, dtype=False, convert_dates=False)

nodes = read("nodes")
cities = read("municipalities").set_index("id")
actions = nodes[nodes["kind"] == "action"]
print(actions["municipality"].map(cities["title"]).value_counts())
