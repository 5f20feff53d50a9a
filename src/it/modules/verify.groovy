String log = new File(basedir, 'build.log').text
// Each module is checked once, by itself, and files are named from the whole build's folder on.
assert log.findAll('redirlint has checked 1 file').size() == 3
assert log.contains('[ERROR] two/nginx.conf:')
assert log.contains('one/nginx.conf: loop-free')
assert !log.contains('not marked as thread-safe')
return true
