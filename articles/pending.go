package articles

import (
	"context"

	"dossier/articles/index"
	"dossier/model/set"
)

// pending is the articles that a pass has to go through.
type pending struct {
	nums []int32
	left *set.Set
	n    int // in left
}

// pending are the articles that have not reached a stage.
func (k *keeper) pending(ctx context.Context, to index.Stage) (*pending, error) {
	p := &pending{left: set.New(k.stock().Len())}
	for known, err := range k.stock().known(ctx) {
		if err != nil {
			return nil, err
		}
		if known.Stage < to {
			p.nums = append(p.nums, known.Num)
			p.left.Add(int(known.Num))
			p.n++
		}
	}
	return p, nil
}

func (p *pending) len() int { return p.n }

// next takes up to n articles out, those that are wanted first.
func (p *pending) next(wanted *[]int32, n int) (nums []int32) {
	take := func(i int32) {
		if int(i) < p.left.Len() && p.left.Has(int(i)) {
			p.left.Remove(int(i))
			p.n--
			nums = append(nums, i)
		}
	}
	if wanted != nil {
		for _, i := range (*wanted)[:min(n, len(*wanted))] {
			take(i)
		}
	}
	for ; len(nums) < n && len(p.nums) > 0; p.nums = p.nums[1:] {
		take(p.nums[0])
	}
	return nums
}

// filesOf are the files of articles as they are known.
func (k *keeper) filesOf(nums []int32) ([]file, error) {
	files := make([]file, 0, len(nums))
	for _, i := range nums {
		e, err := k.stock().entry(int(i))
		if err != nil {
			return nil, err
		}
		files = append(files, e.file)
	}
	return files, nil
}
