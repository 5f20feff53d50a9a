String page = new File(basedir, 'target/site/redirlint.html').getText('UTF-8')
assert page.startsWith('<!DOCTYPE html>')
assert page.contains('<code>redirect-loop</code>')
String log = new File(basedir, 'build.log').text
for (parameter in ['config', 'docroot', 'excludes', 'failOn', 'format', 'hosts', 'includes', 'outputFile', 'reportFile', 'ruleset', 'skip']) {
  assert log.contains('User property: redirlint.' + parameter)
}
return true
