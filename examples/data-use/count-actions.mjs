// API の応答は、meta（条件、版、件数）と data（記録の並び）からなります。
const read = async (name) => {
  const response = await fetch(`https://keikaku.example/api/v1/${name}.json`);
  return (await response.json()).data;
};

const nodes = await read('nodes');
for (const city of await read('municipalities')) {
  const own = nodes.filter((node) => node.municipality === city.id);
  const actions = own.filter((node) => node.kind === 'action');
  console.log(city.title, actions.length);
}
