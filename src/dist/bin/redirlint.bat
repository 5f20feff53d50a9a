@echo off
rem Runs redirlint with the Java of JAVA_HOME, or else with the one in PATH; it has to be 17 or newer.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo redirlint: there is no Java 17 or newer. Install one, or say where it is with JAVA_HOME. 1>&2
  exit /b 2
)
"%java%" -XX:+UseSerialGC -XX:NewRatio=1 -XX:TieredStopAtLevel=1 -jar "%~dp0..\lib\redirlint.jar" %*
exit /b %errorlevel%
