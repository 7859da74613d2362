library(jsonlite)

read <- function(name) fromJSON(paste0("https://keikaku.example/data/", name, ".json"))

nodes <- read("nodes")
cities <- read("municipalities")
actions <- nodes[nodes$kind == "action", ]
print(as.data.frame(table(cities$title[match(actions$municipality, cities$id)])))
