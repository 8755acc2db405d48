// What a test gets for `playwright-core`: the copy that its worker has loaded already.
module.exports = requirePlaywright();
