String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] src/nginx/nginx.conf:')
assert log.contains('[redirect-loop]')
assert log.contains('redirlint found 1 error')
return true
