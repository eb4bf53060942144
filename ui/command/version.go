package command

import (
	"runtime"
	"runtime/debug"
)

// version is what the build knows of itself: the release, or else the revision
// that it was made from, and by what.
func version() string {
	by := runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(built without version) " + by
	}
	v := info.Main.Version
	if v == "(devel)" {
		v += revision(info.Settings)
	}
	return v + " " + by
}

func revision(settings []debug.BuildSetting) (s string) {
	for _, k := range settings {
		switch {
		case k.Key == "vcs.revision":
			s += " " + k.Value[:min(12, len(k.Value))]
		case k.Key == "vcs.modified" && k.Value == "true":
			s += " with changes"
		}
	}
	return s
}
