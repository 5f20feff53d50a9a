String log = new File(basedir, 'build.log').text
assert log.readLines().any { it.startsWith("[INFO] nginx.conf:") && it.endsWith("[redirect-loop]") }
return true
