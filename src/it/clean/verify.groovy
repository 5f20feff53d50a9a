String log = new File(basedir, 'build.log').text
assert log.contains('src/nginx/nginx.conf: loop-free')
assert log.contains('redirlint has checked 1 file(s)')
// Users of the plugin do not get the command line's parser.
assert log.contains('re2j')
assert !log.contains('picocli')
return true
