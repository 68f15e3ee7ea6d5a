"""A tray icon as a program registers it: prints `registered` and stays until its input ends."""
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
interface = "org.kde.StatusNotifierItem"
properties = {
    "Category": "ApplicationStatus",
    "Id": "throughline-test",
    "Title": "A test",
    "Status": "Active",
    "IconName": "document-edit",
    "ItemIsMenu": False,
}


class Item(dbus.service.Object):
    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="ss", out_signature="v")
    def Get(self, _, name):
        return properties[name]

    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="s", out_signature="a{sv}")
    def GetAll(self, _):
        return properties


bus = dbus.SessionBus()
item = Item(bus, "/StatusNotifierItem")
watcher = bus.get_object("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher")
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_HUP, lambda *_: loop.quit())


def registered(*_):
    print("registered", flush=True)


watcher.RegisterStatusNotifierItem(
    "/StatusNotifierItem",
    dbus_interface="org.kde.StatusNotifierWatcher",
    reply_handler=registered,
    error_handler=lambda error: sys.exit(str(error)),
)
loop.run()
