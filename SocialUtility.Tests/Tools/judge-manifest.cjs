// node judge-manifest.cjs <folder>: what the schemas of Microsoft say about manifest.json and its translations, one line a fault.
const fs = require('node:fs');
const path = require('node:path');
const Ajv = require('ajv-draft-04').default;

const folder = process.argv[2];
const read = file => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
const manifest = read('manifest.json');
const schemas = path.join(__dirname, 'node_modules', '@microsoft', 'app-manifest', 'build', 'json-schemas', 'teams', `v${manifest.manifestVersion}`);

function judge(file, content, schema) {
  // The schema of translations has patterns that are no Unicode patterns.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateFormats: false });
  const isValid = ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, schema), 'utf8')));
  if (!isValid(content)) {
    isValid.errors.forEach(error => console.log(`${file}: ${error.instancePath} ${error.message}`));
  }
}

judge('manifest.json', manifest, 'MicrosoftTeams.schema.json');
for (const { file } of manifest.localizationInfo?.additionalLanguages ?? []) {
  const translation = read(file);
  judge(file, translation, 'MicrosoftTeams.Localization.schema.json');
  for (const key of Object.keys(translation).filter(name => name !== '$schema')) {
    const meant = key.split(/[.[\]]+/).filter(part => part !== '').reduce((node, part) => node?.[part], manifest);
    if (typeof meant !== 'string') {
      console.log(`${file}: ${key} translates nothing`);
    }
  }
}
