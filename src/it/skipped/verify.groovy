String log = new File(basedir, 'build.log').text
assert log.contains('redirlint is skipped')
assert !log.contains('nginx.conf')
return true
