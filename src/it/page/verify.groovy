String report = new File(basedir, 'target/redirlint.sarif').getText('UTF-8')
assert report.contains('"version":"2.1.0"')
assert report.contains('"files":1')
assert report.contains('"results":[]')
return true
