assert new File(basedir, 'build.log').text.contains('there is no ruleset "no-such-ruleset"')
return true
