String report = new File(basedir, 'target/findings.sarif').getText('UTF-8')
assert report.contains('"uri":"sites/shop.cfg"')
assert !report.contains('old.conf')
assert !report.contains('nginx.conf')
return true
