package articles

import "io/fs"

// identity tells whether two names are one file. It can be a map's key.
type identity struct {
	device, inode uint64
	path          string // where the system gives no numbers
}

func identify(p *place, file string, info fs.FileInfo) identity {
	if info != nil {
		if device, inode, ok := inodeOf(info); ok {
			return identity{device: device, inode: inode}
		}
	}
	return identity{path: p.abs + "/" + file}
}
