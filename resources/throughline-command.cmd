@echo off
"%~dp0Throughline.exe" %*
exit /b %errorlevel%
