#!/bin/bash
# A minimal Ceph object gateway: one monitor, one storage daemon in memory, one gateway on 127.0.0.1; user test, secret testtest.
# usage: radosgw.sh FOLDER GATEWAY_PORT MONITOR_PORT
# Debian: apt-get install radosgw ceph-mon ceph-osd ceph-mgr. The daemons leave their process ids in FOLDER/run/*.pid.
set -euo pipefail
folder=$1 gateway=$2 monitor=$3
rm -rf "$folder"
mkdir -p "$folder"/{mon,osd0,mgr,run,log,rgw}

cat > "$folder/ceph.conf" <<CONF
[global]
fsid = $(cat /proc/sys/kernel/random/uuid)
mon host = [v2:127.0.0.1:$monitor/0]
mon initial members = a
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv6 = false
auth allow insecure global id reclaim = false
osd pool default size = 1
osd pool default min size = 1
mon allow pool size one = true
mon warn on pool no redundancy = false
osd pool default pg num = 8
osd pool default pgp num = 8
osd pool default pg autoscale mode = off
mon max pg per osd = 2000
osd crush chooseleaf type = 0
run dir = $folder/run
log file = $folder/log/\$name.log
admin socket = $folder/run/\$name.asok
pid file = $folder/run/\$name.pid
mon cluster log file = $folder/log/cluster.log
keyring = $folder/keyring
[mon]
mon data = $folder/mon
mgr initial modules =
[mgr]
mgr data = $folder/mgr
[osd]
osd data = $folder/osd0
osd objectstore = memstore
memstore device bytes = 1073741824
osd class load list = *
osd class default list = *
[client.admin]
rgw frontends = beast endpoint=127.0.0.1:$gateway
rgw thread pool size = 64
rgw enable usage log = false
rgw enable ops log = false
rgw data = $folder/rgw
CONF
export CEPH_CONF=$folder/ceph.conf
keyring=$folder/keyring
log=$folder/log

ask() { timeout 30 ceph "$@" 2>> "$log/ask.err"; }

ceph-authtool --create-keyring "$keyring" --gen-key -n mon. --cap mon 'allow *' > /dev/null
ceph-authtool "$keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *' > /dev/null
fsid=$(sed -n 's/^fsid = //p' "$CEPH_CONF")
monmaptool --create --fsid "$fsid" --addv a "[v2:127.0.0.1:$monitor]" --clobber "$folder/monmap" > /dev/null
ceph-mon --mkfs -i a --monmap "$folder/monmap" --keyring "$keyring"
ceph-mon -i a --public-addr "127.0.0.1:$monitor" < /dev/null > "$log/mon.out" 2>&1

osd=$(cat /proc/sys/kernel/random/uuid)
ask osd new "$osd" > /dev/null
ask auth get-or-create osd.0 mon 'allow profile osd' mgr 'allow profile osd' osd 'allow *' >> "$keyring"
ask auth get-or-create mgr.x mon 'allow profile mgr' osd 'allow *' mds 'allow *' >> "$keyring"
ceph-osd -i 0 --mkfs --osd-uuid "$osd" 2>> "$log/osd.out"
ceph-osd -i 0 < /dev/null >> "$log/osd.out" 2>&1
ceph-mgr -i x < /dev/null > "$log/mgr.out" 2>&1
for _ in $(seq 100); do ask osd stat | grep -q '1 up' && break; sleep 0.2; done

timeout 120 radosgw-admin user create --uid=test --display-name=test --access-key=test --secret=testtest > /dev/null 2>> "$log/admin.err"
radosgw -n client.admin < /dev/null > "$log/rgw.out" 2>&1
for _ in $(seq 200); do (: < "/dev/tcp/127.0.0.1/$gateway") 2> /dev/null && exit 0; sleep 0.2; done
echo "radosgw did not answer; see $log" >&2
exit 1
